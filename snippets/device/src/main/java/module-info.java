/**
 * Simulated NICs of the 8254x and the 82599 families that own their half of the
 * rings, and the wire they hang on. What the core drives, and what tests break on
 * purpose.
 */
// tag::module[]
module org.ringbook.device {
  requires transitive org.ringbook.dataplane;

  exports org.ringbook.device;
}
// end::module[]
