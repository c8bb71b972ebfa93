/** Tests of what all hosts share. */
package org.ringbook.adapters.host;
