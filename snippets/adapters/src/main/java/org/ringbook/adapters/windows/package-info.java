/**
 * Windows, NDIS 6: a miniport driver is a table of {@code Miniport...} functions that
 * NDIS calls, and it may call {@code NdisM...} functions back. What may be called when
 * is decided by the interrupt request level (IRQL) and by the state of the adapter.
 *
 * <p>Read {@link org.ringbook.adapters.windows.Processor} for levels, {@link
 * org.ringbook.adapters.windows.NetBufferList} for what carries frames, {@link
 * org.ringbook.adapters.windows.MiniportAdapter} for states; then the driver: {@link
 * org.ringbook.adapters.windows.RingMiniport}, {@link
 * org.ringbook.adapters.windows.SendPath}, {@link
 * org.ringbook.adapters.windows.ReceivePath}.
 */
package org.ringbook.adapters.windows;
