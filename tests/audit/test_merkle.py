"""The tree is that of RFC 6962: the test vectors of Certificate Transparency."""

from __future__ import annotations

import hashlib

import pytest

from isocheck.audit.merkle import (
    EMPTY_ROOT,
    Tree,
    inclusion_path,
    leaf_hash,
    root_by_path,
    root_of,
)

INPUTS = (
    "", "00", "10", "2021", "3031", "40414243", "5051525354555657",
    "606162636465666768696a6b6c6d6e6f",
)  # fmt: skip
ROOTS = (
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
)
# (leaf, size): the path, the lowest hash first
PATHS = {
    (0, 1): [],
    (0, 8): [
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ],
    (5, 8): [
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ],
    (2, 3): ["fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"],
    (1, 5): [
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    ],
}
LEAVES = [leaf_hash(bytes.fromhex(data)) for data in INPUTS]


def test_the_root_of_no_leaves_is_the_hash_of_nothing() -> None:
    assert Tree().root() == root_of([]) == EMPTY_ROOT == hashlib.sha256().digest()


@pytest.mark.parametrize("size", range(1, 9))
def test_the_roots_are_those_of_the_vectors(size: int) -> None:
    tree = Tree()
    for leaf in LEAVES[:size]:
        tree = tree.grown(leaf)
    assert tree.root().hex() == root_of(LEAVES[:size]).hex() == ROOTS[size - 1]


@pytest.mark.parametrize(("at", "size"), PATHS)
def test_the_paths_are_those_of_the_vectors(at: int, size: int) -> None:
    path = inclusion_path(LEAVES[:size], at)
    assert [step.hex() for step in path] == PATHS[at, size]


def test_a_path_leads_to_the_root_from_its_own_leaf_and_place_only() -> None:
    leaves = [leaf_hash(bytes([n])) for n in range(40)]
    for size in range(1, 41):
        root = root_of(leaves[:size])
        for at in range(size):
            path = inclusion_path(leaves[:size], at)
            assert root_by_path(leaves[at], at, size, path) == root
            assert root_by_path(leaves[at], at, size, [*path, root]) is None
            assert root_by_path(leaf_hash(b"x"), at, size, path) != root
            if path:
                assert root_by_path(leaves[at], at, size, path[:-1]) != root
                assert root_by_path(leaves[at], at ^ 1, size, path) != root


def test_a_tree_that_grows_is_the_tree_of_the_definition() -> None:
    tree, leaves = Tree(), []
    for number in range(200):
        leaves.append(leaf_hash(bytes([number])))
        tree = tree.grown(leaves[-1])
        assert (tree.size, tree.root()) == (len(leaves), root_of(leaves))
