"""Random programs that nobody wrote. Their grammar takes seconds to load: it is, where a test asks for the first."""

from __future__ import annotations

from hypothesis import strategies as st


def _of_grammar() -> st.SearchStrategy[str]:
    import hypothesmith

    return hypothesmith.from_grammar()


def _of_nodes() -> st.SearchStrategy[str]:
    import hypothesmith

    return hypothesmith.from_node()


of_grammar = st.deferred(_of_grammar)
of_nodes = st.deferred(_of_nodes)
