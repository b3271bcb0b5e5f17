"""Sphinx's settings. The site is built by ``./run docs``; sources are gathered by tools/documentation."""

from detente.version import VERSION

project = "Détente"
copyright = "the authors of Détente"  # noqa: A001 (Sphinx's name)
version = release = VERSION
root_doc = "index"
extensions = ["myst_parser", "sphinx.ext.autodoc"]
exclude_patterns = ["how-to/crossings/*.txt"]

myst_heading_anchors = 4
myst_enable_extensions = ["colon_fence"]
default_role = "code"  # docstrings write code as in Markdown, in single backquotes

autodoc_typehints = "description"
autodoc_preserve_defaults = True  # as written in the source, not as printed by Python
autodoc_member_order = "bysource"

html_theme = "pydata_sphinx_theme"
html_title = "Détente"
html_show_sourcelink = False
html_copy_source = False
html_theme_options = {
    "navbar_end": ["theme-switcher"],
    "footer_start": ["copyright"],
    "footer_end": [],
    "show_prev_next": False,
    "use_edit_page_button": False,
}
