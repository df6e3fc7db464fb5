"""The common part of `sasrec` and `bert4rec`: learning over the whole catalogue, and validation."""

from collections.abc import Callable, Iterator

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from recommender.core.algorithms.sequence_model import SequenceModel
from recommender.core.data.arrays import Float32, Float64, Int32, Int64
from recommender.core.trainers.sequence_windows import Windows
from recommender.core.trainers.torch_training import Task, device_at_hand, exported
from recommender.core.trainers.transformer import Encoder

_K = 10
_ASKED_AT_ONCE = 256
_SLICE = 1_024

Hides = Callable[[Int64, np.random.Generator], tuple[Int64, Int64]]


class NextItem(nn.Module):
    """An encoder with item scores.

    starts: (m, width), initial item embeddings; a row of zeros stays random.
    """

    def __init__(self, encoder: Encoder, starts: Float32) -> None:
        super().__init__()
        self.encoder, self.stop = encoder, len(starts) + 1
        known = np.flatnonzero(starts.any(axis=1))
        with torch.no_grad():
            encoder.items.weight[known + 1] = torch.from_numpy(starts[known])

    def forward(self, items: Tensor) -> Tensor:
        """Return (n, m) log-probabilities of the item at the last place of windows (n, l), or after
        it.

        After it for a causal encoder; at it for one that is trained on masks.
        """
        last = self.encoder(items)[:, -1]
        return self.encoder.logits(last, self.stop).log_softmax(-1)


class NextItemTask(Task[NextItem, tuple[Int64, Int64]]):
    """Predicts items of sequences.

    hides: from whole sequences to the inputs and the targets, 0 for no target; mask: as in
    SequenceModel.
    """

    def __init__(self, windows: Windows, hides: Hides, *, batch: int, mask: int = 0) -> None:
        self.windows, self.hides, self.batch, self.mask = windows, hides, batch, mask
        self.places = windows.places(batch)
        self.asked = windows.asked
        if mask:
            self.asked = np.pad(windows.asked[:, 1:], ((0, 0), (0, 1)), constant_values=mask)

    def batches(self, rng: np.random.Generator) -> Iterator[tuple[Int64, Int64]]:
        """Yield inputs and targets of one epoch, in random order."""
        longest = self.windows.length + (0 if self.mask else 1)
        for sequences in self.windows.batches(self.batch, rng, longest=longest):
            yield self.hides(sequences, rng)

    def learn(self, net: NextItem, batch: tuple[Int64, Int64]) -> float:
        """Add the gradient of the cross-entropy over all covered items; return its mean over the
        targets.

        Computed in slices, so that no (places, m) matrix is ever held. All places have the same
        weight in the gradient, including those of batches of short histories, which have few.
        """
        shown, wanted = (torch.from_numpy(part).to(device_at_hand()) for part in batch)
        asked = wanted > 0
        states, answers = net.encoder(shown)[asked], wanted[asked] - 1
        leaf = states.detach().requires_grad_()
        total = 0.0
        for some, theirs in zip(leaf.split(_SLICE), answers.split(_SLICE), strict=True):
            logits = net.encoder.logits(some, net.stop)
            loss = functional.cross_entropy(logits, theirs, reduction="sum")
            torch.autograd.backward(loss / self.places)
            total += loss.item()
        torch.autograd.backward(states, leaf.grad)
        return total / max(len(answers), 1)

    @torch.no_grad()
    def validate(self, net: NextItem) -> dict[str, float]:
        """Return HR@10 and NDCG@10 of the held-out items, among all items not in the window; 0
        without any.
        """
        ranks = [
            _ranks(net, self.asked[start:end], self.windows.asked[start:end], answers)
            for start in range(0, len(self.asked), _ASKED_AT_ONCE)
            for end in (start + _ASKED_AT_ONCE,)
            for answers in (self.windows.answers[start:end],)
        ]
        found = np.concatenate(ranks) if ranks else np.full(1, np.inf)
        hits = found < _K
        gains: Float64 = np.where(hits, 1 / np.log2(found + 2), 0.0)
        return {"hr@10": float(hits.mean()), "ndcg@10": float(gains.mean())}


def _ranks(net: NextItem, asked: Int64, seen: Int64, answers: Int64) -> Float64:
    """How many items not seen score higher than the one that came; ties count for it."""
    device = device_at_hand()
    scores = net(torch.from_numpy(asked).to(device))
    hidden = torch.zeros(len(asked), scores.shape[1] + 1, dtype=torch.bool, device=device)
    hidden.scatter_(1, torch.from_numpy(seen).to(device), value=True)
    wanted = torch.from_numpy(answers - 1).to(device)[:, None]
    of_wanted = scores.gather(1, wanted)
    higher = (scores.masked_fill(hidden[:, 1:], -torch.inf) > of_wanted).sum(1)
    return higher.cpu().numpy().astype(np.float64)


def served(
    net: NextItem, covered: Int32, prior: Float32, *, n_items: int, mask: int = 0
) -> SequenceModel:
    """Export the net as a SequenceModel for windows up to its own length."""
    length = len(net.encoder.positions)
    example = torch.ones(2, length, dtype=torch.int64)
    graph = exported(net, {"items": example}, {"items": {0: "n", 1: "l"}, "scores": {0: "n"}})
    return SequenceModel(graph, covered, prior, n_items, length, mask)
