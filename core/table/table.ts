import { Service } from "electrodb"
import { AccessTokenEntity } from "../access-token/access-token.entity"
import {
  AlbumChildEntity,
  AlbumEntity,
  AlbumGoneEntity,
  AlbumItemEntity,
  AlbumMemberEntity,
  AlbumPlaceEntity,
  AlbumTreeEntity,
} from "../album/album.entity"
import { AuditEntity } from "../audit/audit.entity"
import { BlockedBandEntity, BlockedEntity } from "../blocklist/blocklist.entity"
import { BookmarkEntity } from "../bookmark/bookmark.entity"
import { CaseEntity, CaseNoteEntity } from "../case/case.entity"
import { InvalidationEntity } from "../cdn/invalidation.entity"
import {
  CommentEditEntity,
  CommentEntity,
  CommentLikeEntity,
  CommentPlaceEntity,
  ReplyEntity,
} from "../comment/comment.entity"
import { config } from "../config"
import { CostDayEntity } from "../cost/cost.entity"
import { DeletionEntity } from "../departure/deletion.entity"
import { DraftEntity } from "../draft/draft.entity"
import { DrillEntity } from "../drill/drill.entity"
import { EmergencyEntity } from "../emergency/emergency.entity"
import { CarriedEntity, ExportEntity } from "../export/export.entity"
import { FeedRowEntity, TrendEntity, TrendOfPostEntity } from "../feed/feed.entity"
import { FollowEntity, LargeFollowEntity } from "../follow/follow.entity"
import { GuestCommentEntity, GuestPhotoEntity } from "../guest/guest.entity"
import { IdempotencyEntity } from "../idempotency/idempotency.entity"
import { AccountEntity } from "../identity/identity.entity"
import { ImportEntity, ImportEntryEntity } from "../import/import.entity"
import { IncidentEntity, IncidentEventEntity, IncidentNoticeEntity } from "../incident/incident.entity"
import { LikeEntity } from "../like/like.entity"
import { LimitEntity } from "../limit/limit.entity"
import { MentionEntity } from "../mention/mention.entity"
import { AppealEntity, DecisionEntity, StaffEntity } from "../moderation/moderation.entity"
import {
  NotificationEntity,
  NotificationMarkEntity,
  NotificationPartEntity,
  NotificationSettingsEntity,
} from "../notification/notification.entity"
import { PasskeyEntity, UsedChallengeEntity } from "../passkey/passkey.entity"
import { PhotoEntity, PhotoGoneEntity, PhotoHashEntity, QuotaEntity } from "../photo/photo.entity"
import { AudienceSweepEntity, PostCountEntity, PostEditEntity, PostEntity } from "../post/post.entity"
import { RelationEntity } from "../relation/relation.entity"
import { ReleaseEntity } from "../release/release.entity"
import { ReportEntity, ReportedEntity, ReporterEntity } from "../report/report.entity"
import { SearchPersonEntity, SearchPostEntity, SearchTagEntity } from "../search/search.entity"
import { SignInTicketEntity, TotpEntity } from "../second-factor/second-factor.entity"
import { KnownDeviceEntity, SessionEntity } from "../session/session.entity"
import { ShareEndedEntity, ShareEntity, SharePlaceEntity } from "../share/share.entity"
import { TagEntity, TagFollowEntity, TagRowEntity } from "../tag/tag.entity"
import { TakedownEntity } from "../takedown/takedown.entity"
import { TokenEntity } from "../token/token.entity"
import { EmailEntity, HandleEntity, UserCountEntity, UserEntity } from "../user/user.entity"
import { dynamo } from "./client"

const bind = () =>
  new Service(
    {
      user: UserEntity,
      userCount: UserCountEntity,
      handle: HandleEntity,
      email: EmailEntity,
      deletion: DeletionEntity,
      session: SessionEntity,
      knownDevice: KnownDeviceEntity,
      totp: TotpEntity,
      signInTicket: SignInTicketEntity,
      passkey: PasskeyEntity,
      usedChallenge: UsedChallengeEntity,
      account: AccountEntity,
      accessToken: AccessTokenEntity,
      oneTimeToken: TokenEntity,
      photo: PhotoEntity,
      photoGone: PhotoGoneEntity,
      photoHash: PhotoHashEntity,
      quota: QuotaEntity,
      draft: DraftEntity,
      import: ImportEntity,
      importEntry: ImportEntryEntity,
      post: PostEntity,
      postCount: PostCountEntity,
      postEdit: PostEditEntity,
      audienceSweep: AudienceSweepEntity,
      invalidation: InvalidationEntity,
      follow: FollowEntity,
      largeFollow: LargeFollowEntity,
      relation: RelationEntity,
      like: LikeEntity,
      bookmark: BookmarkEntity,
      comment: CommentEntity,
      reply: ReplyEntity,
      commentPlace: CommentPlaceEntity,
      commentEdit: CommentEditEntity,
      commentLike: CommentLikeEntity,
      feedRow: FeedRowEntity,
      trend: TrendEntity,
      trendOfPost: TrendOfPostEntity,
      tag: TagEntity,
      tagRow: TagRowEntity,
      tagFollow: TagFollowEntity,
      mention: MentionEntity,
      notification: NotificationEntity,
      notificationPart: NotificationPartEntity,
      notificationMark: NotificationMarkEntity,
      notificationSettings: NotificationSettingsEntity,
      searchPost: SearchPostEntity,
      searchPerson: SearchPersonEntity,
      searchTag: SearchTagEntity,
      guestPhoto: GuestPhotoEntity,
      guestComment: GuestCommentEntity,
      share: ShareEntity,
      sharePlace: SharePlaceEntity,
      shareEnded: ShareEndedEntity,
      rateLimit: LimitEntity,
      idempotency: IdempotencyEntity,
      release: ReleaseEntity,
      drill: DrillEntity,
      audit: AuditEntity,
      incident: IncidentEntity,
      incidentEvent: IncidentEventEntity,
      incidentNotice: IncidentNoticeEntity,
      costDay: CostDayEntity,
      emergency: EmergencyEntity,
      album: AlbumEntity,
      albumChild: AlbumChildEntity,
      albumTree: AlbumTreeEntity,
      albumItem: AlbumItemEntity,
      albumPlace: AlbumPlaceEntity,
      albumMember: AlbumMemberEntity,
      albumGone: AlbumGoneEntity,
      export: ExportEntity,
      carried: CarriedEntity,
      report: ReportEntity,
      reported: ReportedEntity,
      reporter: ReporterEntity,
      case: CaseEntity,
      caseNote: CaseNoteEntity,
      decision: DecisionEntity,
      appeal: AppealEntity,
      staff: StaffEntity,
      takedown: TakedownEntity,
      blocked: BlockedEntity,
      blockedBand: BlockedBandEntity,
    },
    { client: dynamo, table: config.tableName },
  )

let bound: ReturnType<typeof bind> | undefined

/** All entities, bound to the one table when it is first needed. */
export function table() {
  bound ??= bind()
  return bound.entities
}

/** The service itself, for transactions. */
export function service() {
  table()
  return bound as ReturnType<typeof bind>
}
