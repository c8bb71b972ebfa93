package org.ringbook.adapters.freebsd.busdma;

import java.util.List;
import org.ringbook.adapters.freebsd.Errno;

/** {@code bus_dmamap_callback_t}: told of a load, now or later. */
public interface LoadCallback {

  /**
   * The load is over.
   *
   * @param segments of the buffer, in order; none with an error
   * @param error 0, {@link Errno#EFBIG} or {@link Errno#ENOMEM}
   */
  void loaded(List<BusSegment> segments, int error);
}
