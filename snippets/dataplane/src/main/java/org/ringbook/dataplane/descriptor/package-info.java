/** Descriptor formats, bit by bit. */
package org.ringbook.dataplane.descriptor;
