/** The model of illumos: each of its rules is broken once on purpose, and must be noticed. */
package org.ringbook.adapters.illumos;
