/**
 * A port as a run of phases. {@link org.ringbook.porting.run.Orchestrator} lets
 * each phase work, has its gate judge what came of it, and writes {@link
 * org.ringbook.porting.run.RunState} down after every step, so that a run that
 * was stopped goes on in another process. {@link org.ringbook.porting.run.Role}
 * says who does what, and who may say no.
 */
package org.ringbook.porting.run;
