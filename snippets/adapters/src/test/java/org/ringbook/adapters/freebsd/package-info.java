/** What happens to a FreeBSD driver that breaks a rule. */
package org.ringbook.adapters.freebsd;
