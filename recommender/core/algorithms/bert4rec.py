"""`bert4rec`: the next film, from films hidden in the middle of histories and at their end.

Sun et al. 2019, "BERT4Rec: sequential recommendation with bidirectional encoder representations from
transformer", eq. 2-8: items and positions embedded, blocks of self-attention that look both ways, and
the cloze task: hidden items are to be told from those around them. To recommend, a mask stands after the
last film. Padding is 0 and the mask a number of its own, m + 1, apart from the items 1 to m.
Departures: layers are normalised first; the score is the product with the items' own embeddings, without
the extra projection; at times the last film alone is hidden (the paper adds such samples, too);
the cross-entropy is over all items at the hidden places; embeddings begin as those of `sasrec`.
"""

from dataclasses import dataclass

from recommender.core.errors import BadConfig


@dataclass(frozen=True, slots=True)
class Bert4RecConfig:
    """hidden: the share of a history that is hidden; last_alone: how often the last film alone is.

    width: of an embedding; epochs: at most; patience: epochs without a better one before the end;
    minutes: no epoch begins later; least_ratings, max_items: what is covered; validation_users: whose
    last item chooses the epoch.
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
