/**
 * A port: the registers of one NIC, and the order in which a driver programs them.
 *
 * <p>{@link org.ringbook.dataplane.port.Port} is what adapters see, whatever device
 * is behind; {@link org.ringbook.dataplane.port.PortSettings} and {@link
 * org.ringbook.dataplane.port.Feature} say what is wanted of it. {@link
 * org.ringbook.dataplane.port.EthernetPort} is the port of the 8254x: read {@code
 * EthernetSetup} beside the manual's chapter 14, {@code EthernetInterrupts} beside
 * its list of interrupt registers, and {@code EthernetLimits} for what the device
 * can't do.
 */
package org.ringbook.dataplane.port;
