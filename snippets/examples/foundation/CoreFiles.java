//JAVA 25+
//DESCRIPTION Finds the data path of five drivers, by file name and by call graph.
//SOURCES ../../porter/src/main/java/org/ringbook/porter/**.java

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.ringbook.porter.FileClassifier;
import org.ringbook.porter.FileClassifier.Role;
import org.ringbook.porter.FileFacts;
import org.ringbook.porter.RecordedDrivers;

// tag::guess[]
/** What a name promises: something of transmit, receive or rings. */
static final Pattern PROMISES =
    Pattern.compile("(.*_)?(tx|rx|txrx|ring)(_.*)?\\.[ch]");
// end::guess[]

void main() {
  for (RecordedDrivers.Driver driver : RecordedDrivers.all()) {
    List<FileFacts> files = RecordedDrivers.files(driver.name());
    IO.println(
        "%s: %d .c, %d .h; %d of %d functions on the data path"
            .formatted(
                driver.name(),
                driver.cFiles(),
                driver.headers(),
                driver.perPacket(),
                driver.functions()));
    show(files, driver.perPacket());
  }
}

// tag::compare[]
void show(List<FileFacts> files, int all) {
  Map<String, Role> roles = FileClassifier.classify(files);
  List<String> touched = new ArrayList<>();
  int byName = 0;
  for (FileFacts file : files) {
    boolean promised = PROMISES.matcher(file.file()).matches();
    byName += promised ? file.perPacket() : 0;
    if (roles.get(file.file()) == Role.DATA_PATH) {
      String mark = promised ? "" : "   no promise in its name";
      IO.println("  %2d  %s%s".formatted(file.perPacket(), file.file(), mark));
    } else if (roles.get(file.file()) == Role.TOUCHED) {
      touched.add(file.file());
    }
  }
  IO.println("  by name alone: %d of %d found".formatted(byName, all));
  IO.println("  touched: " + touched.size() + " more files");
}
// end::compare[]
