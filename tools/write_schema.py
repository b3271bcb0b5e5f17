"""Write the JSON Schema of situation files from the types; run it when the format changes (a test tells)."""

from __future__ import annotations

import json
from pathlib import Path

from detente.situation.file.entries import SituationEntry

TARGET = Path(__file__).resolve().parents[1] / "docs" / "reference" / "situation.schema.json"


def schema() -> str:
    """The schema as committed."""
    content = SituationEntry.model_json_schema(by_alias=True)
    content = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A Détente situation",
        **content,
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(schema(), encoding="utf-8")
