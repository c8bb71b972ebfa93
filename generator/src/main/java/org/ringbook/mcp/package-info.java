/**
 * The handbook for coding agents: a server of the Model Context Protocol over two streams.
 *
 * <p>A {@link org.ringbook.mcp.HandbookServer} offers four tools: the API map, the search, a
 * section's text, and the run of an example. Each {@link org.ringbook.mcp.Tool tool} bounds what it
 * takes and what it gives, names the book's own things only (an id, an address that the search
 * gave), and answers a wrong argument with a sentence instead of an exception. The {@link
 * org.ringbook.mcp.Wire wire} keeps a conversation alive that the SDK's transport would end: a line
 * that is no message is refused, and what was asked before the input ended is still answered.
 *
 * <p>Only this package knows the protocol's SDK. It never touches the process's own streams.
 */
@NullMarked
package org.ringbook.mcp;

import org.jspecify.annotations.NullMarked;
