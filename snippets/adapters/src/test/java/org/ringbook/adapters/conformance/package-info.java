/**
 * One suite for all hosts on all devices. A new host adds a line to {@code KnownHost}
 * and a subclass of {@code HostContract} for each device.
 */
package org.ringbook.adapters.conformance;
