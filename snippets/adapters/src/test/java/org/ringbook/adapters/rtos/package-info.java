/** The model of the RTOS: each of its rules is broken once on purpose, and must be noticed. */
package org.ringbook.adapters.rtos;
