/**
 * Linux: its rules for network drivers, and a driver that keeps them.
 *
 * <p>The kernel is modelled object by object, under its own names: {@link
 * org.ringbook.adapters.linux.SkBuff}, {@link org.ringbook.adapters.linux.DmaApi},
 * {@link org.ringbook.adapters.linux.NetDevice}, {@link
 * org.ringbook.adapters.linux.NetdevQueue}, {@link
 * org.ringbook.adapters.linux.Napi}, {@link org.ringbook.adapters.linux.PciDev}. A
 * method is named as the function it stands for, without its underscores. What it
 * forbids is listed in {@link org.ringbook.adapters.linux.LinuxRule}.
 *
 * <p>The driver is {@link org.ringbook.adapters.linux.LinuxDriver} and the classes
 * that it holds, one for each direction of a queue. Read {@code LinuxTx} and {@code
 * LinuxRx} first: there kernel buffers become packets of the core, and back.
 */
package org.ringbook.adapters.linux;
