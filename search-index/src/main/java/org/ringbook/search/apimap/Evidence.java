package org.ringbook.search.apimap;

/**
 * Where a name was seen.
 *
 * @param os the system that has it
 * @param symbol the name exactly as declared
 * @param kind what it is: {@code function}, {@code macro}, {@code callback}, {@code struct}, {@code
 *     member}, {@code flag}, {@code ioctl}, {@code oid} or, of this book's own adapter, {@code
 *     method}
 * @param declaredIn header, or documentation page where the system publishes no source
 * @param release of the system, header set or documentation in which it was seen
 */
public record Evidence(Os os, String symbol, String kind, String declaredIn, String release) {}
