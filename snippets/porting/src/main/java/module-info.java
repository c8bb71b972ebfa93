/**
 * How a port is run and judged: roles and their vetoes, an orchestrator whose
 * state outlives its process, and the trial at the end.
 */
module org.ringbook.porting {
  requires java.compiler;
  requires transitive org.ringbook.adapters;
  requires org.ringbook.device;

  exports org.ringbook.porting.run;
  exports org.ringbook.porting.trial;
}
