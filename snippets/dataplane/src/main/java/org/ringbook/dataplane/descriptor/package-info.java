/**
 * Descriptor formats, bit by bit: sixteen bytes through which a driver and a NIC
 * tell each other where a frame lies and how it went.
 *
 * <p>Each class declares its format twice, and a test holds the two together. {@code
 * LAYOUT} names the little-endian words that the code reads and writes; {@code
 * FIELDS} names every bit, in order, with the party that writes it. Accessors are
 * static and take a segment and the offset of a slot, so that no object is made for
 * a packet.
 *
 * <p>Sources: "8254x SDM" is Intel's <i>PCI/PCI-X Family of Gigabit Ethernet
 * Controllers Software Developer's Manual</i>; "82599 datasheet" is Intel's <i>82599
 * 10 GbE Controller Datasheet</i>.
 *
 * <p>Read {@link org.ringbook.dataplane.descriptor.LegacyTxDescriptor} and {@link
 * org.ringbook.dataplane.descriptor.LegacyRxDescriptor} first; then the context and
 * data descriptors, which tell the device about headers; then the advanced formats,
 * where a write-back lies over what was posted.
 */
package org.ringbook.dataplane.descriptor;
