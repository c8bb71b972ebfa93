//JAVA 25+
//DESCRIPTION Reads the core's compiled classes and lists every package they reach.
//SOURCES ../../dataplane/src/main/java/org/ringbook/dataplane/**.java

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ringbook.dataplane.ring.TxRing;

/** Packages of java.base that compute and move memory, and never ask a kernel. */
static final Set<String> HARMLESS =
    Set.of(
        "java.lang",
        "java.lang.annotation",
        "java.lang.foreign",
        "java.lang.invoke",
        "java.lang.runtime",
        "java.net",
        "java.nio",
        "java.util",
