"""The first frame, before Textual is there: its stencil, the page drawn into it, the tracing."""
