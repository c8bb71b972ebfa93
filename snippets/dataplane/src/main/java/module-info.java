/** The portable core of a NIC driver's data plane: java.base only, no operating-system call. */
module org.ringbook.dataplane {
  exports org.ringbook.dataplane.descriptor;
}
