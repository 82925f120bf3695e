// libyaml 0.2.5, found through pkg-config `yaml-0.1`. Imported by one file: RulesEngine/YAML/YAMLEventReader.swift.
#include <yaml.h>
