/**
 * A port: the registers of one NIC, and the order in which a driver programs them.
 */
package org.ringbook.dataplane.port;
