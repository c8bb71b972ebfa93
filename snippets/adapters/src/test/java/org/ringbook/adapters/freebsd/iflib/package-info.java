/** What happens to a driver of iflib that breaks a rule. */
package org.ringbook.adapters.freebsd.iflib;
