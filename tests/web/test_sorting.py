"""Norwegian order."""

from sammenheng_web.ui.sorting import norwegian


def test_norwegian_letters_stand_last_and_aa_is_å() -> None:
    words = ["Ås", "Aagot", "Zebra", "Ærlig", "Østen", "Adam", "Émile", "Eva"]

    assert sorted(words, key=norwegian) == ["Adam", "Émile", "Eva", "Zebra", "Ærlig", "Østen", "Aagot", "Ås"]


def test_sámi_letters_stand_after_the_letter_they_resemble() -> None:
    assert sorted(["Čáhci", "Cato", "Dag", "Ŋárga", "Nils", "Ola"], key=norwegian) == [
        "Cato",
        "Čáhci",
        "Dag",
        "Nils",
        "Ŋárga",
        "Ola",
    ]


def test_numbers_stand_by_their_size_and_signs_first() -> None:
    assert sorted(["§ 10", "§ 2", "Avtale"], key=norwegian) == ["§ 2", "§ 10", "Avtale"]
