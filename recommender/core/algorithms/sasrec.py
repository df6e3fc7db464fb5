"""`sasrec`: predicts the next item by self-attention over the order of the latest ones.

Kang & McAuley 2018, "Self-attentive sequential recommendation", eq. 2-8: item and position
embeddings, blocks of causal self-attention and a point-wise feed-forward net, scores by the item
embeddings. Departures: pre-layer normalisation (Xiong et al. 2020, "On layer normalization in the
transformer architecture"); the loss is the cross-entropy over the whole catalogue, not one negative
item (Klenitskiy & Vasilev 2023, "Turning dross into gold loss", eq. 3); positions count from the
end of a window, so that the last item always has the same one; the window of a long history starts
at a random place in each epoch; the item embeddings are initialised from the spectrum of
co-occurrence within sequences (trainers/item_vectors.py).
"""

from dataclasses import dataclass

from recommender.core.errors import BadConfig


@dataclass(frozen=True, slots=True)
class SasRecConfig:
    """Hyperparameters of `sasrec`.

    width: of an embedding; epochs: at most; patience: epochs without improvement before stopping;
    minutes: no epoch starts later; least_ratings, max_items: which items are covered;
    validation_users: whose last item selects the best epoch. Raises BadConfig for values out of
    range.
    """

    length: int = 200
    width: int = 64
    blocks: int = 2
    heads: int = 1
    feed_forward: int = 256
    dropout: float = 0.2
    learning_rate: float = 6e-3
    weight_decay: float = 0.01
    batch: int = 24
    epochs: int = 80
    patience: int = 15
    minutes: float = 3.0
    validation_users: int = 1_000
    least_ratings: int = 5
    max_items: int = 20_000

    def __post_init__(self) -> None:
        whole = (self.length, self.width, self.blocks, self.heads, self.feed_forward, self.batch)
        if min(*whole, self.epochs, self.patience, self.max_items) < 1:
            raise BadConfig(f"{self}: sizes, epochs and patience must be at least 1")
        if self.width % self.heads:
            raise BadConfig(f"width={self.width} must be a multiple of heads={self.heads}")
        if not 0 <= self.dropout < 1 or self.learning_rate <= 0 or self.minutes <= 0:
            raise BadConfig(f"{self}: dropout must be in 0..1, learning_rate and minutes above 0")
