/**
 * A simulated NIC of the 8254x family that owns its half of the rings, and the wire
 * it hangs on. What the core drives, and what tests break on purpose.
 */
// tag::module[]
module org.ringbook.device {
  requires transitive org.ringbook.dataplane;

  exports org.ringbook.device;
}
// end::module[]
