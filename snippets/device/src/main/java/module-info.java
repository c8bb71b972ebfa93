/** A simulated NIC that owns its half of the rings. */
module org.ringbook.device {
  requires transitive org.ringbook.dataplane;
}
