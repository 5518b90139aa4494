//! Questions put to a graph: what is this called, what is known of it, and where is that said.
