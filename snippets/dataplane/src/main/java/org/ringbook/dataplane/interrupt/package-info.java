/**
 * How a device asks for attention, and how a driver answers without drowning:
 * vectors, masks, causes, polling with a budget, moderation.
 *
 * <p>Read {@link org.ringbook.dataplane.interrupt.CauseRegister} first, the line and
 * its reasons; then {@link org.ringbook.dataplane.interrupt.MsixTable}, one message
 * for each queue. {@link org.ringbook.dataplane.interrupt.Poller} answers both.
 * {@link org.ringbook.dataplane.interrupt.Moderation} chooses how often a device may
 * ask, {@link org.ringbook.dataplane.interrupt.Throttle} tells it.
 */
package org.ringbook.dataplane.interrupt;
