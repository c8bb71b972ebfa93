package org.ringbook.adapters.windows;

import java.util.HashMap;
import java.util.Map;

/**
 * NDIS_OID_REQUEST: one question or order. The information buffer is modelled as
 * numbers by the names of their fields.
 *
 * @param set true for NdisRequestSetInformation, false for a query
 * @param oid what it is about
 * @param information fields; a query fills them
 */
public record OidRequest(boolean set, Oid oid, Map<String, Long> information) {

  /** A query. */
  public static OidRequest query(Oid oid) {
    return new OidRequest(false, oid, new HashMap<>());
  }

  /** A set of one field. */
  public static OidRequest set(Oid oid, String field, long value) {
    return new OidRequest(true, oid, new HashMap<>(Map.of(field, value)));
  }
}
