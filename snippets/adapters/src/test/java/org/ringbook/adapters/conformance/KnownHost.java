package org.ringbook.adapters.conformance;

import org.ringbook.adapters.freebsd.FreeBsdHost;
import org.ringbook.adapters.freebsd.iflib.IflibHost;
import org.ringbook.adapters.host.ExceptionRegister;
import org.ringbook.adapters.host.HostFactory;
import org.ringbook.adapters.illumos.IllumosExceptions;
import org.ringbook.adapters.illumos.IllumosHost;
import org.ringbook.adapters.linux.LinuxExceptions;
import org.ringbook.adapters.linux.LinuxHost;
