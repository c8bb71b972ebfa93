/** Breaks each rule of Linux on purpose. */
package org.ringbook.adapters.linux;
