/** Tests of the trial: that it passes what works, and only that. */
package org.ringbook.porting.trial;
