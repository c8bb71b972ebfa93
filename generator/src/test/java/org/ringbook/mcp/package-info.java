/** Tests of what the server adds to the protocol's SDK: the wire, and a page as plain text. */
package org.ringbook.mcp;
