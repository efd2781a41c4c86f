import about from "./about.json" with { type: "json" }
import access from "./access.json" with { type: "json" }
import admin from "./admin.json" with { type: "json" }
import album from "./album.json" with { type: "json" }
import api from "./api.json" with { type: "json" }
import auth from "./auth.json" with { type: "json" }
import avatar from "./avatar.json" with { type: "json" }
import comment from "./comment.json" with { type: "json" }
import data from "./data.json" with { type: "json" }
import drafts from "./drafts.json" with { type: "json" }
import edit from "./edit.json" with { type: "json" }
import explore from "./explore.json" with { type: "json" }
import home from "./home.json" with { type: "json" }
import layout from "./layout.json" with { type: "json" }
import legal from "./legal.json" with { type: "json" }
import license from "./license.json" with { type: "json" }
import notFound from "./notFound.json" with { type: "json" }
import notifications from "./notifications.json" with { type: "json" }
import outside from "./outside.json" with { type: "json" }
import people from "./people.json" with { type: "json" }
import photo from "./photo.json" with { type: "json" }
import post from "./post.json" with { type: "json" }
import profile from "./profile.json" with { type: "json" }
import receipt from "./receipt.json" with { type: "json" }
import safety from "./safety.json" with { type: "json" }
import search from "./search.json" with { type: "json" }
import security from "./security.json" with { type: "json" }
import settings from "./settings.json" with { type: "json" }
import share from "./share.json" with { type: "json" }
import tag from "./tag.json" with { type: "json" }
import trending from "./trending.json" with { type: "json" }
import upload from "./upload.json" with { type: "json" }
import viewing from "./viewing.json" with { type: "json" }

/** Everything that a person reads in this language, a file for each part of the site. */
export default {
  about,
  access,
  admin,
  album,
  api,
  auth,
  avatar,
  comment,
  data,
  drafts,
  edit,
  explore,
  home,
  layout,
  legal,
  license,
  notFound,
  notifications,
  outside,
  people,
  photo,
  post,
  profile,
  receipt,
  safety,
  search,
  security,
  settings,
  share,
  tag,
  trending,
  upload,
  viewing,
}
