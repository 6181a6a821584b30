//! What syn tells of an item, in the words that the house rules need.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "syn leaves room for kinds of items to come; those without a name are of no interest here"
)]

use std::collections::BTreeMap;

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::visit::Visit;
use syn::{Attribute, ImplItem, Item, UseTree};

use crate::names::Name;

/// What an item imports, also inside its functions: each by the name it is then known under, and what is imported whole.
#[derive(Debug, Default)]
pub(crate) struct Imports {
    pub(crate) by_name: BTreeMap<String, Name>,
    pub(crate) whole: Vec<Name>,
}

impl<'ast> Visit<'ast> for Imports {
    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        self.add(&item.tree, &mut Vec::new());
    }
}

impl Imports {
    fn add(&mut self, tree: &UseTree, before: &mut Name) {
        match tree {
            UseTree::Path(path) => {
                before.push(plain(&path.ident));
                self.add(&path.tree, before);
                before.pop();
            }
            UseTree::Group(group) => group.items.iter().for_each(|tree| self.add(tree, before)),
            UseTree::Glob(_) => self.whole.push(before.clone()),
            UseTree::Name(name) => self.one(plain(&name.ident), plain(&name.ident), before),
            UseTree::Rename(renamed) => self.one(plain(&renamed.rename), plain(&renamed.ident), before),
        }
    }

    fn one(&mut self, known_as: String, ident: String, before: &[String]) {
        let mut name = before.to_vec();
        if ident != "self" {
            name.push(ident);
            self.by_name.insert(known_as, name);
        } else if let Some(last) = name.last() {
            let known_as = if known_as == "self" { last.clone() } else { known_as };
            self.by_name.insert(known_as, name);
        }
    }
}

/// A word without the mark that lets a keyword be one.
pub(crate) fn plain(ident: &proc_macro2::Ident) -> String {
    ident.to_string().trim_start_matches("r#").to_owned()
}

/// Whether something is compiled for tests only.
pub(crate) fn is_test(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        let meta = attribute.meta.to_token_stream().to_string().replace(' ', "");
        meta == "test" || meta == "cfg(test)"
    })
}

/// What stands before an item in `#[…]`.
pub(crate) fn attributes(item: &Item) -> &[Attribute] {
    match item {
        Item::Const(item) => &item.attrs,
        Item::Enum(item) => &item.attrs,
        Item::Fn(item) => &item.attrs,
        Item::Impl(item) => &item.attrs,
        Item::Macro(item) => &item.attrs,
        Item::Mod(item) => &item.attrs,
        Item::Static(item) => &item.attrs,
        Item::Struct(item) => &item.attrs,
        Item::Trait(item) => &item.attrs,
        Item::Type(item) => &item.attrs,
        Item::Use(item) => &item.attrs,
        _ => &[],
    }
}

/// The same of a part of an `impl`.
pub(crate) fn part_attributes(part: &ImplItem) -> &[Attribute] {
    match part {
        ImplItem::Const(part) => &part.attrs,
        ImplItem::Fn(part) => &part.attrs,
        ImplItem::Type(part) => &part.attrs,
        ImplItem::Macro(part) => &part.attrs,
        _ => &[],
    }
}

/// Attributes name what derives and documents: nothing that the code rests on at run time.
pub(crate) fn without_attributes(mut item: Item) -> TokenStream {
    match &mut item {
        Item::Fn(item) => item.attrs.clear(),
        Item::Struct(item) => item.attrs.clear(),
        Item::Enum(item) => item.attrs.clear(),
        _ => {}
    }
    item.into_token_stream()
}

/// Under which name an item can be asked for; the type's, for an `impl`.
pub(crate) fn declared_name(item: &Item) -> Option<String> {
    let ident = match item {
        Item::Const(item) => &item.ident,
        Item::Enum(item) => &item.ident,
        Item::Fn(item) => &item.sig.ident,
        Item::Macro(item) => item.ident.as_ref()?,
        Item::Static(item) => &item.ident,
        Item::Struct(item) => &item.ident,
        Item::Trait(item) => &item.ident,
        Item::Type(item) => &item.ident,
        Item::Impl(item) => match &*item.self_ty {
            syn::Type::Path(path) if path.qself.is_none() => &path.path.segments.last()?.ident,
            _ => return None,
        },
        _ => return None,
    };
    Some(plain(ident))
}
