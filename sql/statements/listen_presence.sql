-- Who is with other nodes, and where. A channel of its own: a node of before presence over nodes does not hear it.
listen aftershow_presence
