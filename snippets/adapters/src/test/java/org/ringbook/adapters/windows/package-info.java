/** The model of NDIS: each of its rules is broken once on purpose, and must be noticed. */
package org.ringbook.adapters.windows;
