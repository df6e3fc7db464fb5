"""`bert4rec`: predicts the next item with a bidirectional transformer trained on masked items.

Sun et al. 2019, "BERT4Rec: sequential recommendation with bidirectional encoder representations
from transformer", eq. 2-8: embeddings of items and positions, blocks of bidirectional
self-attention, and the cloze task: predicting masked items from those around them. To recommend, a
mask is placed after the last item. Padding is 0 and the mask is m + 1, apart from the items 1 to m.
Departures: pre-layer normalisation; the score is the product with the item embeddings, without the
extra projection; sometimes only the last item is masked (the paper adds such samples, too); the
cross-entropy is over all items at the masked places; embeddings are initialised as in `sasrec`.
"""

from dataclasses import dataclass

from recommender.core.errors import BadConfig


@dataclass(frozen=True, slots=True)
class Bert4RecConfig:
    """Hyperparameters of `bert4rec`.

    hidden: the share of a history that is masked; last_alone: the probability that only the last
    item is; width: of an embedding; epochs: at most; patience: epochs without improvement before
    stopping; minutes: no epoch starts later; least_ratings, max_items: which items are covered;
    validation_users: whose last item selects the best epoch. Raises BadConfig for values out of
    range.
    """

    length: int = 200
    width: int = 64
    blocks: int = 2
    heads: int = 2
    feed_forward: int = 256
    dropout: float = 0.2
    hidden: float = 0.3
    last_alone: float = 0.1
    learning_rate: float = 3e-3
    weight_decay: float = 0.01
    batch: int = 24
    epochs: int = 150
    patience: int = 20
    minutes: float = 2.0
    validation_users: int = 1_000
    least_ratings: int = 5
    max_items: int = 20_000

    def __post_init__(self) -> None:
        whole = (self.length - 1, self.width, self.blocks, self.heads, self.feed_forward)
        if min(*whole, self.batch, self.epochs, self.patience, self.max_items) < 1:
            raise BadConfig(
                f"{self}: sizes, epochs and patience must be at least 1, length at least 2"
            )
        if self.width % self.heads:
            raise BadConfig(f"width={self.width} must be a multiple of heads={self.heads}")
        if not 0 < self.hidden < 1 or not 0 <= self.last_alone <= 1 or not 0 <= self.dropout < 1:
            raise BadConfig(f"{self}: hidden, last_alone and dropout must be in 0..1")
        if self.learning_rate <= 0 or self.weight_decay < 0 or self.minutes <= 0:
            raise BadConfig(f"{self}: learning_rate and minutes must be above 0")
