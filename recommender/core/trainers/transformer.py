"""The layers of the sequence models, in torch."""

import math

import torch
from torch import Tensor, nn
from torch.nn import functional

from recommender.core.algorithms.bert4rec import Bert4RecConfig
from recommender.core.algorithms.bst import BstConfig
from recommender.core.algorithms.sasrec import SasRecConfig

_NEVER = -1e9
_LOTS = 256

Shape = SasRecConfig | Bert4RecConfig | BstConfig
"""The hyperparameters of a block: width, heads, feed-forward size and dropout."""


class Dropout(nn.Module):
    """Drops round(256 p) / 256 of all numbers, using one random byte each: twice as fast as torch's
    own.
    """

    def __init__(self, p: float) -> None:
        super().__init__()
        self.dropped = round(p * _LOTS)

    def forward(self, states: Tensor) -> Tensor:
        """Drop numbers and scale up the rest, in training only. states: any shape."""
        if not self.training or not self.dropped:
            return states
        words = torch.empty((states.numel() + 7) // 8, dtype=torch.int64, device=states.device)
        lots = words.random_(-(2**63), None).view(torch.uint8)[: states.numel()]
        kept = lots.view(states.shape) >= self.dropped
        return states * kept * (_LOTS / (_LOTS - self.dropped))


class Block(nn.Module):
    """Self-attention and a feed-forward net, each with pre-layer normalisation and a residual
    connection.
    """

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        width = shape.width
        self.heads = shape.heads
        self.before_attention, self.before_net = nn.LayerNorm(width), nn.LayerNorm(width)
        self.queries_keys_values = nn.Linear(width, 3 * width)
        self.joined = nn.Linear(width, width)
        self.net = nn.Sequential(
            nn.Linear(width, shape.feed_forward),
            nn.GELU(),
            Dropout(shape.dropout),
            nn.Linear(shape.feed_forward, width),
        )
        self.dropout = Dropout(shape.dropout)

    def forward(self, states: Tensor, allowed: Tensor) -> Tensor:
        """Apply the block. states: (n, length, width); allowed: (n, 1, length, length), the
        attention mask.
        """
        queries, keys, values = self.split(self.before_attention(states))
        likeness = queries @ keys.transpose(-1, -2) / math.sqrt(keys.shape[-1])
        weights = self.dropout(likeness.masked_fill(~allowed, _NEVER).softmax(-1))
        return self.onward(states, weights @ values)

    def split(self, states: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Return queries, keys and values, (n, heads, places, width / heads) each."""
        n, places, width = states.shape
        parts = self.queries_keys_values(states)
        parts = parts.reshape(n, places, 3, self.heads, width // self.heads)
        queries, keys, values = parts.permute(2, 0, 3, 1, 4)
        return queries, keys, values

    def onward(self, states: Tensor, looked_up: Tensor) -> Tensor:
        """Join the heads' output, add it to the states, and apply the feed-forward net."""
        n, places, width = states.shape
        mixed = looked_up.permute(0, 2, 1, 3).reshape(n, places, width)
        states = states + self.dropout(self.joined(mixed))
        return states + self.dropout(self.net(self.before_net(states)))


class Encoder(nn.Module):
    """Encodes windows. Item 0 is padding; `items` counts it and any special ones.

    causal: a place attends to itself and earlier places, otherwise to all; never to padding, except
    itself.
    """

    causal: Tensor
    itself: Tensor

    def __init__(self, items: int, config: SasRecConfig | Bert4RecConfig, *, causal: bool) -> None:
        super().__init__()
        length, width = config.length, config.width
        self.items = item_embedding(items, width)
        self.positions = nn.Parameter(torch.randn(length, width) * width**-0.5)
        self.blocks = nn.ModuleList(Block(config) for _ in range(config.blocks))
        self.last, self.dropout = nn.LayerNorm(width), Dropout(config.dropout)
        whole = torch.ones(length, length, dtype=torch.bool)
        self.register_buffer("causal", whole.tril() if causal else whole, persistent=False)
        self.register_buffer("itself", torch.eye(length, dtype=torch.bool), persistent=False)

    def forward(self, windows: Tensor) -> Tensor:
        """Encode (n, l) windows to (n, l, width); a window shorter than `length` has the last
        positions.
        """
        length = windows.shape[1]
        there = windows != 0
        allowed = self.causal[-length:, -length:] & there[:, None, :]
        allowed = (allowed | self.itself[-length:, -length:])[:, None]
        states = self.dropout(self.items(windows) + self.positions[-length:])
        for block in self.blocks:
            states = block(states, allowed)
        normal: Tensor = self.last(states)
        return normal

    def logits(self, states: Tensor, stop: int) -> Tensor:
        """Return (places, stop - 1) scores of the items from 1 up to `stop`."""
        return functional.linear(states, self.items.weight[1:stop])


def item_embedding(items: int, width: int) -> nn.Embedding:
    """Return embeddings of length about 1; that of padding is 0 and stays so."""
    embedding = nn.Embedding(items, width, padding_idx=0)
    nn.init.normal_(embedding.weight, std=width**-0.5)
    with torch.no_grad():
        embedding.weight[0] = 0
    return embedding
