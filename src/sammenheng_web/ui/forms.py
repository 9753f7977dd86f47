"""Forms as Designsystemet draws them."""

from django import forms


class PlainForm(forms.Form):
    """A form whose fields carry Designsystemet's class and bind labels, help and errors by id."""

    required_css_class = "is-required"

    def __init__(self, *args: object, **kwargs: object) -> None:
        # The browser's own bubbles cannot be translated or read again; the page says what is wrong.
        self.use_required_attribute = False
        super().__init__(*args, label_suffix="", **kwargs)
        for field in self.fields.values():
            field.widget.attrs.setdefault("class", "ds-input")
