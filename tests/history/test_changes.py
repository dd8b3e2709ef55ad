from pilotkit.history.changes import changed_clauses

OLD = (
    "# 1 范围\n\n本文件规定了流程。\n\n# 4 要求\n\n## 4.1 受理\n\n窗口应受理。\n\n## 4.2\n\n甲。\n"
)


def test_only_clauses_whose_words_changed_are_named() -> None:
    moved = OLD.replace("\n\n", "\n\n\n").replace("窗口应受理。", "窗口 应受理。")
    assert changed_clauses(OLD, moved) == []
    assert changed_clauses(OLD, OLD.replace("应受理", "应即时受理")) == ["4.1"]
    assert changed_clauses(OLD, OLD.replace("## 4.2\n\n甲。\n", "")) == ["4.2"]
    assert changed_clauses(OLD, OLD + "\n## 4.3\n\n乙。\n") == ["4.3"]
