"""Chance that is the same everywhere: no clock, no locale, no version of Python decides."""

import hashlib
from decimal import Decimal

MASK = (1 << 64) - 1


class Dice:
    """A stream of numbers that depends on its seed alone, so that changing one nominee leaves the others as they are."""

    def __init__(self, *seed):
        digest = hashlib.sha256("/".join(map(str, seed)).encode()).digest()
        self.state = int.from_bytes(digest[:8], "big")

    def below(self, count):
        """An integer from 0 to count - 1."""
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) & MASK
        return (self.state >> 33) * count >> 31

    def between(self, low, high):
        """An integer, both ends included."""
        return low + self.below(high - low + 1)

    def pick(self, choices):
        return choices[self.below(len(choices))]

    def amount(self, low, high, places=2):
        """A decimal number with so many places, both ends included."""
        unit = Decimal(1).scaleb(-places)
        return (Decimal(self.between(int(low * 10**places), int(high * 10**places))) * unit).quantize(unit)

    def level(self, quality, count):
        """0 (best) to count - 1: the better the quality (0 to 100), the likelier a low number."""
        shifted = min(99, max(0, quality + self.between(-22, 22)))
        return (99 - shifted) * count // 100
