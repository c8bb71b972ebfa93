package org.ringbook.adapters.host;

import org.ringbook.dataplane.interrupt.InterruptSource;
import org.ringbook.dataplane.port.PortFactory;
import org.ringbook.dataplane.port.RegisterAccess;

/**
 * A card in its slot: what a kernel's bus code gives to a driver that attaches.
 *
 * @param model such as {@code 82540EM}
 * @param registers its BAR
 * @param interrupts its line or its message vectors
 * @param ports opens it with the portable core
 */
public record Card(
    String model, // for people
    RegisterAccess registers,
    InterruptSource interrupts,
    PortFactory ports) {}
