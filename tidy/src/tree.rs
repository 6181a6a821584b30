//! A crate of ours as its modules, what each declares, and what each name in it stands for. Tests are left out.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use syn::Item as Syntax;
use syn::visit::Visit;

use crate::names::{Name, names};
use crate::syntax::{
    Imports, attributes, declared_name, is_test, part_attributes, plain, without_attributes,
};
use crate::top;

/// A crate, or the binary beside a library.
#[derive(Debug)]
pub struct Tree {
    /// Its modules; the first is the root.
    pub modules: Vec<Module>,
}

/// A module: a file, or a part of one.
#[derive(Debug, Default)]
pub struct Module {
    /// The file it stands in, from the top.
    pub file: String,
    /// The module it is declared in.
    pub parent: Option<usize>,
    /// What it declares, but for modules and imports.
    pub items: Vec<Item>,
    children: BTreeMap<String, usize>,
    imports: Imports,
}

/// Something that a module declares.
#[derive(Debug)]
pub struct Item {
    /// Under which name it can be asked for; the type's, for an `impl`.
    pub name: Option<String>,
    /// Every name written in it.
    pub names: Vec<Name>,
}

/// Where a name leads: a module, and what stands in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The module, as its place in [`Tree::modules`].
    pub module: usize,
    /// What is declared there; none when the name is the module's.
    pub item: Option<String>,
}

/// Gives the text of a file.
type Read<'a> = dyn Fn(&Path) -> String + 'a;

/// Every crate of the house, the wings among them.
pub fn trees() -> Vec<Tree> {
    let folders = ["crates", "wings"].map(|below| std::fs::read_dir(top().join(below)).expect("the crates"));
    let mut roots: Vec<PathBuf> = folders
        .into_iter()
        .flatten()
        .flatten()
        .flat_map(|folder| ["src/lib.rs", "src/main.rs"].map(|root| folder.path().join(root)))
        .filter(|root| root.exists())
        .collect();
    roots.sort();
    roots.iter().map(|root| Tree::read(root)).collect()
}

impl Tree {
    /// Reads a crate from its root file.
    pub fn read(root: &Path) -> Self {
        let read =
            |path: &Path| std::fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        let folder = root.parent().unwrap_or(root);
        let mut tree = Self { modules: Vec::new() };
        tree.file(&read, root, folder, None);
        tree
    }

    /// A crate of these files, the root first.
    pub fn of_files(files: &[(&str, &str)]) -> Self {
        let read = |path: &Path| {
            let file = files.iter().find(|(name, _)| path == Path::new(name));
            file.unwrap_or_else(|| panic!("{}", path.display())).1.to_owned()
        };
        let mut tree = Self { modules: Vec::new() };
        tree.file(&read, Path::new(files[0].0), Path::new(""), None);
        tree
    }

    /// A crate of one file.
    pub fn of(text: &str) -> Self {
        Self::of_files(&[("lib.rs", text)])
    }

    fn file(&mut self, read: &Read<'_>, path: &Path, folder: &Path, parent: Option<usize>) -> usize {
        let text = read(path);
        let syntax = syn::parse_file(&text).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        let named = path.strip_prefix(top()).unwrap_or(path).to_string_lossy().into_owned();
        let items = if is_test(&syntax.attrs) { Vec::new() } else { syntax.items };
        self.module(read, &named, folder, parent, items)
    }

    fn module(
        &mut self,
        read: &Read<'_>,
        file: &str,
        folder: &Path,
        parent: Option<usize>,
        declared: Vec<Syntax>,
    ) -> usize {
        let own = self.modules.len();
        self.modules.push(Module { file: file.to_owned(), parent, ..Module::default() });
        // An `impl` belongs to its type only where that stands in the same module.
        let own_names: BTreeSet<String> =
            declared.iter().filter(|i| !matches!(i, Syntax::Impl(_))).filter_map(declared_name).collect();
        for item in declared.into_iter().filter(|item| !is_test(attributes(item))) {
            if let Syntax::Mod(inner) = item {
                let name = plain(&inner.ident);
                let below = folder.join(&name);
                let child = match inner.content {
                    Some((_, items)) => self.module(read, file, &below, Some(own), items),
                    None => self.file(read, &folder.join(format!("{name}.rs")), &below, Some(own)),
                };
                self.modules[own].children.insert(name, child);
            } else {
                self.item(own, item, &own_names);
            }
        }
        own
    }

    fn item(&mut self, module: usize, mut item: Syntax, own_names: &BTreeSet<String>) {
        if let Syntax::Impl(inner) = &mut item {
            inner.items.retain(|part| !is_test(part_attributes(part)));
        }
        let module = &mut self.modules[module];
        module.imports.visit_item(&item);
        if !matches!(item, Syntax::Use(_)) {
            let name = declared_name(&item).filter(|name| own_names.contains(name));
            module.items.push(Item { name, names: names(without_attributes(item)) });
        }
    }

    /// Where a name leads that is written in a module; none when it leads out of the crate, or is a local one.
    pub fn resolve(&self, module: usize, name: &[String]) -> Option<Place> {
        self.walk(module, name, 0)
    }

    /// The name as somebody outside the crate would write it: with its first part as it was imported.
    pub fn spelt_out(&self, module: usize, name: &[String]) -> Name {
        let Some((first, rest)) = name.split_first() else { return Vec::new() };
        match self.modules[module].imports.by_name.get(first) {
            Some(imported) => imported.iter().chain(rest).cloned().collect(),
            None => name.to_vec(),
        }
    }

    fn walk(&self, from: usize, name: &[String], depth: usize) -> Option<Place> {
        if depth > 16 {
            return None;
        }
        let mut at = from;
        for (n, part) in name.iter().enumerate() {
            let module = &self.modules[at];
            match part.as_str() {
                "self" => continue,
                "crate" => at = 0,
                "super" => at = module.parent?,
                _ => {
                    let is_last = n + 1 == name.len();
                    let is_item = module.declares(part);
                    match module.children.get(part) {
                        Some(child)
                            if !(is_last && (is_item || module.imports.by_name.contains_key(part))) =>
                        {
                            at = *child;
                        }
                        _ if is_item => return Some(Place { module: at, item: Some(part.clone()) }),
                        _ => match self.through(at, part, depth)? {
                            Place { module, item: None } => at = module,
                            found => return Some(found),
                        },
                    }
                }
            }
        }
        Some(Place { module: at, item: None })
    }

    /// What a name means in a module that imports it, by name or with `*`.
    fn through(&self, at: usize, part: &String, depth: usize) -> Option<Place> {
        let module = &self.modules[at];
        if let Some(imported) = module.imports.by_name.get(part) {
            let own = std::slice::from_ref(part);
            return if imported == own { None } else { self.walk(at, imported, depth + 1) };
        }
        module.imports.whole.iter().find_map(|glob| {
            let Place { module, item: None } = self.walk(at, glob, depth + 1)? else { return None };
            if module == at {
                return None;
            }
            self.walk(module, std::slice::from_ref(part), depth + 1)
        })
    }
}

impl Module {
    /// What it imports, each spelt out; what it imports whole, by its module.
    pub fn imported(&self) -> impl Iterator<Item = &Name> {
        self.imports.by_name.values().chain(&self.imports.whole)
    }

    fn declares(&self, name: &str) -> bool {
        self.items.iter().any(|item| item.name.as_deref() == Some(name))
    }
}
