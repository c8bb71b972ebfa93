/** Tests of the run: its roles, its gates, and that its state outlives its process. */
package org.ringbook.porting.run;
