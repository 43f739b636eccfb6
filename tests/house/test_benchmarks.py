"""The national set that is measured is sound: it loads, its bodies are as long as the sample's."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from helpers import installed_profile
from house.pages import ROOT
from isocheck.records.folder import load_facts
from isocheck.records.settings import read_settings

SAMPLE = ROOT / "facts"
LIST = "code,name,type,district_code,district,province_code,province\n" + "".join(
    f"{n:05},Xã Số {n},xã,{n // 20:03},Huyện {n // 20},{n // 200:02},Tỉnh {n // 200}\n"
    for n in range(1, 1000)
)


@pytest.fixture(scope="module")
def national() -> ModuleType:
    spec = importlib.util.spec_from_file_location("national", ROOT / "benchmarks" / "national.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["national"] = module  # its dataclasses look their module up
    spec.loader.exec_module(module)
    return module


def test_a_national_set_loads_and_is_like_the_sample(national: ModuleType, tmp_path: Path) -> None:
    (tmp_path / national.COMMUNES).write_text(LIST, encoding="utf-8")
    written = national.write(SAMPLE, tmp_path, tmp_path / "facts", share=1)
    profile = installed_profile("lang-son-2018-2020")
    settings = read_settings(written.path)
    facts = load_facts(written.path, profile.kinds, profile.reference, settings)
    assert len(facts.by_kind["commune"]) == 999
    assert len(facts.by_kind["district"]) == 50
    assert len(facts.by_kind["province"]) == 5
    assert written.bodies == 999 + 50 + 5 + 5 * 20
    _, mean = national.mean_size(SAMPLE)
    catalogues = (written.path / "catalogues.yaml").stat().st_size
    assert (written.size - catalogues) / written.bodies == pytest.approx(mean, rel=0.05)


def test_a_share_of_the_provinces_is_a_share_of_the_bodies(
    national: ModuleType, tmp_path: Path
) -> None:
    (tmp_path / national.COMMUNES).write_text(LIST, encoding="utf-8")
    whole = national.write(SAMPLE, tmp_path, tmp_path / "whole", share=1)
    half = national.write(SAMPLE, tmp_path, tmp_path / "half", share=2)
    assert 0.4 < half.bodies / whole.bodies < 0.65
