# SPDX-License-Identifier: Apache-2.0
"""Forms that people without a mouse or without sight can use: the rules for the .ui files.

- A label before an input (form row, grid neighbour, next in a box) names it as its buddy.
- The tab order is given and names every widget that takes the keyboard, once.
- Every such widget has a name for a screen reader: a buddy, an accessibleName or its own text.
- No widget keeps the designer's default name (pushButton_2, lineEdit).
- A label says that its text is plain: what a file holds is never read as HTML. Its accessible name is its text, so it has no other.
"""
import re
import xml.etree.ElementTree as ElementTree

import lint

RICH_LABELS = {"introductionText"}  # the program's own words, with links to pages
VIEWS = {"QTableView", "QTreeView", "QListView", "QTableWidget", "QTreeWidget", "QListWidget"}
FIELDS = {"QLineEdit", "QSpinBox", "QDoubleSpinBox", "QComboBox", "QFontComboBox", "QTextEdit", "QPlainTextEdit", "QDateEdit", "QTimeEdit",
          "QDateTimeEdit", "QSlider", "QDial", "QScrollBar"} | VIEWS
BUTTONS = {"QPushButton", "QToolButton", "QCheckBox", "QRadioButton", "QCommandLinkButton"}


class Form:
    def __init__(self, root_element):
        self.extends = {custom.findtext("class"): custom.findtext("extends") for custom in root_element.iter("customwidget")}
        self.widgets = list(root_element.iter("widget"))
        self.layouts = list(root_element.iter("layout"))
        self.tab_stops = [stop.text for stop in root_element.findall("tabstops/tabstop")]
        self.buddies = {self.text(label, "buddy") for label in self.widgets if self.text(label, "buddy")}

    @staticmethod
    def text(widget, name):
        """The value of a property, or "" when it is not set."""
        found = widget.find(f"property[@name='{name}']")
        return "" if found is None else "".join(found.itertext()).strip()

    def kind(self, widget):
        """The Qt class behind a custom widget."""
        return self.extends.get(widget.get("class"), widget.get("class"))

    def takes_keyboard(self, widget):
        return self.kind(widget) in FIELDS | BUTTONS and self.text(widget, "focusPolicy") not in ("Qt::NoFocus", "Qt::FocusPolicy::NoFocus")

    def labelled_pairs(self):
        """(label, input) that stand beside each other in a layout."""
        for layout in self.layouts:
            items = [(item, item.find("widget")) for item in layout.findall("item")]
            cells = {(item.get("row"), item.get("column")): widget for item, widget in items}
            if layout.get("class") in ("QFormLayout", "QGridLayout"):
                pairs = [(widget, cells.get((row, str(int(column) + 1)))) for (row, column), widget in cells.items() if column is not None]
            else:
                pairs = [(first[1], second[1]) for first, second in zip(items, items[1:])]
            for label, field in pairs:
                if label is not None and field is not None and self.kind(label) == "QLabel" and self.kind(field) in FIELDS - VIEWS:
                    yield label, field


def faults_of(form):
    for label, field in form.labelled_pairs():
        if form.text(label, "buddy") != field.get("name"):
            yield f"label {label.get('name')} stands before {field.get('name')} but does not name it as its buddy"
    focusable = [widget.get("name") for widget in form.widgets if form.takes_keyboard(widget)]
    if len(focusable) > 1:
        for name in focusable:
            if form.tab_stops.count(name) != 1:
                yield f"{name} stands {form.tab_stops.count(name)} times in the tab order"
    names = {widget.get("name") for widget in form.widgets}
    for name in list(form.buddies | set(form.tab_stops)):
        if name not in names:
            yield f"{name} is named as a buddy or tab stop but does not exist"
    for widget in form.widgets:
        name, kind = widget.get("name"), form.kind(widget)
        if kind == "QLabel" and name not in RICH_LABELS and form.text(widget, "textFormat") != "Qt::PlainText":
            yield f"{name} guesses whether its text is HTML; give it the textFormat Qt::PlainText"
        if kind == "QLabel" and form.text(widget, "accessibleName"):
            yield f"{name} has an accessibleName, which a screen reader says in place of its text"
        own_text = kind in BUTTONS and form.text(widget, "text") not in ("", "...")
        if form.takes_keyboard(widget) and not (form.text(widget, "accessibleName") or name in form.buddies or own_text):
            yield f"{name} has no accessibleName, no buddy and no text: a screen reader cannot name it"
        for class_name in {widget.get("class"), kind}:
            default = class_name[1].lower() + class_name[2:] if class_name.startswith("Q") else class_name[0].lower() + class_name[1:]
            if re.fullmatch(re.escape(default) + r"_\d+", name) or (name == default and kind in FIELDS - VIEWS | BUTTONS):
                yield f"{name} is the designer's default name; say what the widget is for"


def check(root):
    faults = []
    for path in lint.files(root, ".ui", under=("ui",)):
        where = f"{path.relative_to(root)}:1"
        try:
            form = Form(ElementTree.parse(path).getroot())
        except ElementTree.ParseError as error:
            faults.append(f"{where}: not well-formed XML: {error}")
            continue
        faults += [f"{where}: {fault}" for fault in faults_of(form)]
    return faults


def widget(kind, name, **properties):
    inner = "".join(f'<property name="{key}"><cstring>{value}</cstring></property>' for key, value in properties.items())
    return f'<widget class="{kind}" name="{name}">{inner}</widget>'


def form_text(label, field, button, stops):
    items = f'<item row="0" column="0">{label}</item><item row="0" column="1">{field}</item><item row="1" column="1">{button}</item>'
    body = f'<widget class="QWidget" name="Page"><layout class="QFormLayout" name="formLayout">{items}</layout></widget>'
    return f'<ui>{body}<tabstops>{"".join(f"<tabstop>{stop}</tabstop>" for stop in stops)}</tabstops></ui>'


LABEL = widget("QLabel", "priceLabel", textFormat="Qt::PlainText", text="&amp;Price", buddy="priceEdit")
FIELD = widget("QLineEdit", "priceEdit")
BUTTON = widget("QPushButton", "addButton", text="Add")
STOPS = ["priceEdit", "addButton"]
GOOD = {"ui/page.ui": form_text(LABEL, FIELD, BUTTON, STOPS)}
BAD = [{"ui/bad.ui": text} for text in (
    form_text(widget("QLabel", "priceLabel", text="&amp;Price", buddy="priceEdit"), FIELD, BUTTON, STOPS),
    form_text(widget("QLabel", "priceLabel", textFormat="Qt::RichText", text="&amp;Price", buddy="priceEdit"), FIELD, BUTTON, STOPS),
    form_text(widget("QLabel", "priceLabel", textFormat="Qt::PlainText", text="&amp;Price", buddy="priceEdit", accessibleName="X"), FIELD, BUTTON, STOPS),
    form_text(widget("QLabel", "priceLabel", textFormat="Qt::PlainText", text="Price"), widget("QLineEdit", "priceEdit", accessibleName="Price"), BUTTON, STOPS),
    form_text(LABEL, FIELD, BUTTON, []),
    form_text(LABEL, FIELD, BUTTON, ["priceEdit"]),
    form_text(LABEL, FIELD, BUTTON, STOPS + ["gone"]),
    form_text(LABEL, FIELD, widget("QPushButton", "addButton"), STOPS),
    form_text(LABEL, FIELD, widget("QPushButton", "pushButton_2", text="Add"), ["priceEdit", "pushButton_2"]),
    form_text(widget("QLabel", "priceLabel", textFormat="Qt::PlainText", text="Price", buddy="lineEdit"), widget("QLineEdit", "lineEdit"), BUTTON, ["lineEdit", "addButton"]),
    "<ui><widget></ui>",
)]

if __name__ == "__main__":
    lint.main(check, GOOD, BAD)
